// Package reconcile serves the people, organizations and places of a store to OpenRefine and
// other clients of the Reconciliation Service API, version 0.2
// (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/): a
// column of names in a spreadsheet becomes a column of IDs of the graph.
package reconcile
