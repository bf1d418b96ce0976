package unit

import (
	"dateline/graph/neo4j/internal/mapping"
)

// Statements returns the statements of a Transaction, by name, so that a test can check
// their plans.
func Statements() map[string]string {
	return map[string]string{
		"createArticles": createArticles, "readFrom": readFrom, "readBatches": readBatches, "readStored": readStored,
		"putArticles": putArticles, "putMembers": putMembers, "putReports": putReports,
		"deleteMembers": deleteMembers, "deleteReports": deleteReports, "deleteNaming": deleteNaming,
		"readSiblings": readSiblings, "readReportIDs": readReportIDs, "setReportIDs": setReportIDs, "putGone": putGone, "deleteGone": deleteGone,
		"readMemberBlocks": readMemberBlocks, "readEntitiesOf": readEntitiesOf + mapping.EntityList("e"),
		"changeEntities":  changeEntities,
		"readReportsWith": readReportsWith, "readReportBlocks": readReportBlocks, "setReportBlocks": setReportBlocks,
		"changeEvents": changeEvents, "resolveReports": resolveReports, "finishChange": finishChange,
		"readLog": readLog, "redactLog": redactLog, "putEdits": putEdits, "readEditsOn": readEditsOn, "deleteArticles": deleteArticles,
		"writeBriefs": writeBriefs, "eventsOfEntities": eventsOfEntities, "readEvents": readEvents, "logChanges": logChanges, "takeOneGate": takeOneGate, "takeAllGates": TakeAllGates,
	}
}
