package eval

import "regexp"

// battles are deeds of two armed sides, and words too broad for an incident.
var battles = map[string]bool{"clash": true, "battle": true, "fighting": true, "fight": true, "war": true, "offensive": true, "hostility": true,
	"violence": true, "combat": true, "skirmish": true, "operation": true, "incursion": true, "invasion": true, "intervention": true,
	"genocide": true, "take": true, "retake": true, "hold": true, "capture": true, "occupy": true, "invade": true, "crackdown": true, "violation": true, "torture": true, "rape": true, "beat": true, "fire": true}

// soldiery are words for those whom to fight is no incident.
var soldiery = regexp.MustCompile(`(?i)\b(soldiers?|troops?|guerrillas?|rebels?|terrorists?|subversives?|insurgents?|patrols?|battalions?|brigades?|army|armed forces|garrisons?|barracks|positions|military (?:post|base|unit|detachment|men|patrol)s?|command post|national guard|contras|combatants?|casualties|enemy|militiam[ae]n|paratroopers?|civil defense|mercenaries|air force|navy|convoys?|(?:military|armou?red|army) (?:\w+ )?(?:vehicles?|trucks?|posts?|camps?|bases?|planes?|installations?|facilities)|tanks?|camps?|weapons?|rifles?|laborator(?:y|ies)|airstrips?|commandos?|drug traffickers?|combat|helicopters?|officers? and)\b`)

// attempts are words for deeds that came to nothing.
var attempts = regexp.MustCompile(`\b(defused|deactivated|failed to (explode|go off)|did not explode|escaped an assassination)\b`)

// crimes are deeds that are incidents when a force of the state does them: not its
// raids and sieges.
var crimes = map[string]bool{"kill": true, "murder": true, "assassinate": true, "massacre": true, "shoot": true, "machinegun": true, "bomb": true,
	"bombard": true, "strafe": true, "abduct": true, "kidnap": true, "slaughter": true, "murdering": true, "killing": true, "assassination": true,
	"bombing": true, "bombardment": true, "kidnapping": true, "execute": true, "burn": true, "rocket": true, "wound": true, "injure": true, "destroy": true, "blow": true}

// plainly are words for an attack of any kind.
var plainly = map[string]bool{"attack": true, "assault": true, "raid": true, "strike": true, "blast": true, "hit": true, "destroy": true, "damage": true, "destruction": true, "harm": true}
