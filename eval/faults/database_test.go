package faults_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver named "pgx"
)

// database is a PostgreSQL server of the test's own.
type database struct {
	bin, dir  string
	host      string
	port      int
	within    []string // command line that runs the server elsewhere, as in a network namespace
	as        *syscall.Credential
	durable   bool // safe from the death of the machine too, as it is in earnest
	service   *service
	statement *sql.DB // as its superuser
}

// newDatabase makes the files of a server that will listen on host.
func newDatabase(t *testing.T, host string, within ...string) *database {
	t.Helper()
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	if len(found) == 0 {
		t.Skip("SKIPPED: needs PostgreSQL's server: apt-get install postgresql")
	}
	d := &database{bin: found[len(found)-1], host: host, port: freePort(t), within: within}
	var err error
	if d.dir, err = os.MkdirTemp("/tmp", "griot-pg-"); err != nil { // short: a socket lies in it
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(d.dir) })
	if os.Getuid() == 0 { // as whom PostgreSQL does not run
		d.as = credential(t, "postgres")
		if err := os.Chown(d.dir, int(d.as.Uid), int(d.as.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	c := exec.Command(filepath.Join(d.bin, "initdb"), "-D", filepath.Join(d.dir, "data"), "-U", "griot", "-A", "trust", "-N", "--no-locale", "-E", "UTF8")
	c.Dir, c.SysProcAttr = d.dir, &syscall.SysProcAttr{Credential: d.as}
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	hba := filepath.Join(d.dir, "data", "pg_hba.conf")
	if err := os.WriteFile(hba, []byte("local all all trust\nhost all all 0.0.0.0/0 trust\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return d
}

func credential(t *testing.T, name string) *syscall.Credential {
	t.Helper()
	u, err := user.Lookup(name)
	if err != nil {
		t.Skipf("SKIPPED: needs the user %s, as whom PostgreSQL runs: %v", name, err)
	}
	uid, _ := strconv.Atoi(u.Uid)
	gid, _ := strconv.Atoi(u.Gid)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}

// start starts the server and waits until it answers.
func (d *database) start(t *testing.T) {
	t.Helper()
	d.service = serve(t, d.command)
	db, err := sql.Open("pgx", d.url(""))
	if err != nil {
		t.Fatal(err)
	}
	d.statement = db
	t.Cleanup(func() { db.Close() })
	d.awaken(t)
}

// awaken waits until the server answers, which after a kill takes a while.
func (d *database) awaken(t *testing.T) {
	t.Helper()
	eventually(t, func() string {
		if err := d.statement.Ping(); err != nil {
			return err.Error()
		}
		return ""
	})
}

// command runs the server.
func (d *database) command() *exec.Cmd {
	args := []string{filepath.Join(d.bin, "postgres"), "-D", filepath.Join(d.dir, "data"), "-h", d.host, "-p", strconv.Itoa(d.port), "-k", d.dir,
		"-c", "max_connections=200", "-c", fmt.Sprint("fsync=", d.durable)}
	if len(d.within) > 0 { // who enters a namespace must be root
		args = append(append([]string{}, d.within...), append([]string{"setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"}, args...)...)
	}
	c := exec.Command(args[0], args[1:]...)
	c.Dir = d.dir
	if len(d.within) == 0 && d.as != nil {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: d.as}
	}
	return c
}

// url names a schema of the database.
func (d *database) url(schema string) string {
	return fmt.Sprintf("postgres://griot@%s:%d/postgres?sslmode=disable&search_path=%s", d.host, d.port, schema)
}

// schema makes an empty schema, or empties one.
func (d *database) schema(t *testing.T, name string) (url string) {
	t.Helper()
	if _, err := d.statement.ExecContext(context.Background(), "DROP SCHEMA IF EXISTS "+name+" CASCADE; CREATE SCHEMA "+name); err != nil {
		t.Fatal(err)
	}
	return d.url(name)
}
