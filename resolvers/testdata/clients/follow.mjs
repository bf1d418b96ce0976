// Follows a subscription with a protocol's own client, and prints each answer as a line.
//   node follow.mjs ws|sse URL COUNT VARIABLES QUERY
import { createClient as createSocketClient } from 'graphql-ws'
import { createClient as createEventClient } from 'graphql-sse'
import WebSocket from 'ws'

const [protocol, url, count, variables, query] = process.argv.slice(2)
const client =
  protocol === 'ws'
    ? createSocketClient({ url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 })
    : createEventClient({ url, retryAttempts: 0 })

let left = Number(count)
for await (const answer of client.iterate({ query, variables: JSON.parse(variables) })) {
  console.log(JSON.stringify(answer))
  if (--left === 0) break
}
client.dispose()
