import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "schema.graphql", // npm run schema writes it
  documents: "contacts.graphql",
  generates: {
    "generated.ts": {
      plugins: ["typescript", "typescript-operations", "typed-document-node"],
      config: { scalars: { EDTF: "string", Date: "string", DateTime: "string", URL: "string" }, enumsAsTypes: true, useTypeImports: true, onlyOperationTypes: true },
    },
  },
};
export default config;
