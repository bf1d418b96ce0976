import type { CodegenConfig } from "@graphql-codegen/cli";

// One GraphQL document a view, in src/api/documents, becomes a typed string in
// src/api/generated.ts, which is not committed: it follows from the schema.
const config: CodegenConfig = {
  schema: "../schema/exec/schema.graphqls",
  documents: "src/api/documents/*.graphql",
  generates: {
    "src/api/generated.ts": {
      plugins: ["typescript", "typescript-operations", "typed-document-node"],
      config: {
        documentMode: "string",
        enumsAsTypes: true,
        onlyOperationTypes: true,
        useTypeImports: true,
        avoidOptionals: false,
        maybeValue: "T | null",
        inputMaybeValue: "T | null | undefined",
        skipTypename: false,
        scalars: { ID: "string", EDTF: "string", Date: "string", DateTime: "string", URL: "string" },
        dedupeFragments: true,
      },
    },
  },
};
export default config;
