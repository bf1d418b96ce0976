// Runs the audit of graphql-http against a server and prints what it finds.
//   node audit.mjs http://127.0.0.1:8080/graphql
import { auditServer } from 'graphql-http'

const url = process.argv[2]
const results = await auditServer({ url, fetchFn: fetch })
const failed = results.filter((result) => result.status !== 'ok')
for (const { status, id, name, reason } of failed) console.log(`${status} ${id} ${name}: ${reason}`)
console.log(`${results.length - failed.length} of ${results.length}`)
process.exit(failed.length > 0 ? 1 : 0)
