package faults_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"griot/record"
)

// leadOn is set in a process that leads on the record at that URL until it is
// killed.
const leadOn = "GRIOT_FAULTS_LEAD"

func runLeader(url string) {
	rec, err := record.Open(context.Background(), url)
	if err != nil {
		panic(err)
	}
	if _, err := rec.Lead(context.Background()); err != nil {
		panic(err)
	}
	fmt.Println("leads")
	select {}
}

// TestFuseWaitsForItsLeader starts two fuses while another process leads, and
// kills that one: one fuse then derives, and the other finds what it needs.
func TestFuseWaitsForItsLeader(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED with -short: starts a database")
	}
	program, db := built(t), newDatabase(t, "127.0.0.1")
	db.start(t)
	url := db.schema(t, "griot")
	must(t, program, "read", "--quiet", "--record", url, stories[1])
	if _, err := db.statement.Exec("TRUNCATE griot.views, griot.derived, griot.derived_names;" + countDerivations); err != nil {
		t.Fatal(err)
	}
	leader := startLeader(t, url)
	ended := make(chan error, 2)
	for range 2 {
		c := exec.Command(program, "fuse", "--once", "--quiet", "--record", url)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		go func() { ended <- c.Wait() }()
	}
	eventually(t, func() string {
		var waiting int
		if err := db.statement.QueryRow("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted").Scan(&waiting); err != nil {
			return err.Error()
		}
		if waiting != 2 {
			return fmt.Sprint(waiting, " fuses wait")
		}
		return ""
	})
	if n := db.views(t, "SELECT count(*) FROM griot.views"); n != 0 {
		t.Errorf("derived under a leader: %d views", n)
	}
	if err := leader.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		select {
		case err := <-ended:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(patience):
			t.Fatal("a fuse still waits for the dead leader")
		}
	}
	if n := db.views(t, "SELECT count(*) FROM griot.derivations"); n != 1 {
		t.Errorf("derived %d times", n)
	}
}

// countDerivations keeps a row for each view that is derived. The server's own
// statistics come late, those of the process that read among them.
const countDerivations = `
CREATE TABLE griot.derivations (n int);
CREATE FUNCTION griot.count_derivation() RETURNS trigger LANGUAGE plpgsql
	AS 'BEGIN INSERT INTO griot.derivations VALUES (1); RETURN NULL; END';
CREATE TRIGGER derived AFTER INSERT ON griot.views FOR EACH ROW EXECUTE FUNCTION griot.count_derivation();`

func startLeader(t *testing.T, url string) *exec.Cmd {
	t.Helper()
	leader := exec.Command(os.Args[0])
	leader.Env = append(oneCore(), leadOn+"="+url)
	out, err := leader.StdoutPipe()
	if err == nil {
		err = leader.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = leader.Process.Kill(); _ = leader.Wait() })
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "leads\n" {
		t.Fatalf("the leader says %q, %v", line, err)
	}
	return leader
}

func (d *database) views(t *testing.T, count string) (n int) {
	t.Helper()
	if err := d.statement.QueryRow(count).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
