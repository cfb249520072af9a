package eval

import "regexp"

// battles are deeds of two armed sides, and words too broad for an incident.
var battles = map[string]bool{"clash": true, "battle": true, "fighting": true, "fight": true, "war": true, "offensive": true, "hostility": true,
	"violence": true, "combat": true, "skirmish": true, "operation": true, "incursion": true, "invasion": true, "intervention": true,
	"genocide": true, "take": true, "retake": true, "hold": true, "capture": true, "occupy": true, "invade": true, "crackdown": true, "violation": true, "torture": true, "rape": true, "beat": true, "fire": true}

// soldiery are words for those whom to fight is no incident.
var soldiery = regexp.MustCompile(`(?i)\b(soldiers?|troops?|guerrillas?|rebels?|terrorists?|subversives?|insurgents?|patrols?|battalions?|brigades?|army|armed forces|garrisons?|barracks|positions|military (?:post|base|unit|detachment|men|patrol)s?|command post|national guard|contras|combatants?|casualties|enemy|militiam[ae]n|paratroopers?|civil defense|mercenaries|air force|navy|helicopters?|officers? and)\b`)

var (
	attempts = regexp.MustCompile(`\b(defused|deactivated|failed to (explode|go off)|did not explode|escaped an assassination)\b`)
	blames   = regexp.MustCompile(`\b(accus\w+|blam\w+|suspect\w*|alleg\w+|attribut\w+|presum\w+|charged|responsible for|implicated|involved in)\b`)
	presumed = regexp.MustCompile(`(?i)\b(suspected|alleged(ly)?|presumed|supposed(ly)?|reputed)\b`)
	claims   = regexp.MustCompile(`\b(claim\w*|took|taken|take|accept\w*|admit\w*|acknowledg\w+)\b.{0,40}\b(responsib\w+|credit)\b`)
	speaks   = regexp.MustCompile(`\b` + offices + `\b[^.]{0,60}\b(said|says|reported|reports?|stated|states|announced|indicated|believes?|believed|told|revealed|added|claimed|claims|confirmed|disclosed|asserted|investigat\w+)\b|\b(according to|by|blamed by|sources? (in|of|from)) [^.,]{0,40}\b` + offices + `\b`)
	maybes   = regexp.MustCompile(`\b(possibl[ey]|perhaps|might have|may have|apparently|could have)\b`)
	office   = regexp.MustCompile(`\b` + offices + `\b`)
)

// offices are words for authorities.
const offices = `(police|army|officials?|minist(er|ry)|government|authorit(y|ies)|military|president|attorney|judge|armed forces|security|carabineros|colonel|general|spokesman for the army|brigade|battalion)`

// crimes are deeds that are incidents when a force of the state does them: not its
// raids and sieges.
var crimes = map[string]bool{"kill": true, "murder": true, "assassinate": true, "massacre": true, "shoot": true, "machinegun": true, "bomb": true,
	"bombard": true, "strafe": true, "abduct": true, "kidnap": true, "slaughter": true, "murdering": true, "killing": true, "assassination": true,
	"bombing": true, "bombardment": true, "kidnapping": true, "execute": true, "burn": true, "rocket": true, "wound": true, "injure": true, "destroy": true, "blow": true}

// plainly are words for an attack of any kind.
var plainly = map[string]bool{"attack": true, "assault": true, "raid": true, "strike": true, "blast": true, "hit": true, "destroy": true, "damage": true, "destruction": true, "harm": true}
