// The peer: @neo4j/graphql with Apollo Server over the graph that Dateline keeps
// in Neo4j. Its schema is written for the one question that is measured.
// Environment: NEO4J_URL, NEO4J_USER, NEO4J_PASSWORD, PORT.
import { Neo4jGraphQL } from "@neo4j/graphql";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import neo4j from "neo4j-driver";

const typeDefs = /* GraphQL */ `
  type Entity @node {
    id: ID!
    name: String!
    events: [Event!]! @relationship(type: "PARTICIPATED_IN", direction: OUT, properties: "Part")
  }
  type Part @relationshipProperties {
    role: String
    key: String
  }
  type Event @node {
    id: ID!
    type: String
    means: String
    status: String
    summary: String
    edtf: String
    earliest: String
    latest: String
    parties: [Entity!]! @relationship(type: "PARTICIPATED_IN", direction: IN, properties: "Part")
    reports: [Report!]! @relationship(type: "OF", direction: IN)
  }
  type Report @node {
    id: ID!
    quote: String
    article: [Article!]! @relationship(type: "IN", direction: OUT)
  }
  type Article @node {
    id: ID!
    title: String
    publisher: String
    published: String
  }
`;

const { NEO4J_URL, NEO4J_USER, NEO4J_PASSWORD, PORT } = process.env;
const driver = neo4j.driver(NEO4J_URL, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
const api = new Neo4jGraphQL({ typeDefs, driver, features: { filters: { String: { GTE: true, LTE: true } } } });
const server = new ApolloServer({ schema: await api.getSchema() });
const { url } = await startStandaloneServer(server, {
  listen: { host: "127.0.0.1", port: Number(PORT) },
  context: async () => ({ sessionConfig: { database: "neo4j" } }),
});
console.log(url);
process.stdin.on("end", () => process.exit(0)).resume(); // ends with the benchmark that started it
