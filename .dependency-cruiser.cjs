/** The fences of docs/architecture.md. */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "contract-knows-zod-only",
      severity: "error",
      from: { path: "^lambdas/contract/" },
      to: { pathNot: ["^lambdas/contract/", "^node_modules/zod/"] },
    },
    {
      name: "rules-know-contract-only",
      comment: "Rules are pure, and know nothing of what people read (lambdas/views).",
      severity: "error",
      from: { path: "^lambdas/domain/" },
      to: {
        pathNot: [
          "^lambdas/(contract|domain)/",
          "^node_modules/(zod|temporal-polyfill|libphonenumber-js|csv-parse|fflate|read-excel-file)/",
          "^(node:)?crypto$",
        ],
      },
    },
    {
      name: "views-know-rules",
      comment: "Mails, pages, charts and stories: pure, too.",
      severity: "error",
      from: { path: "^lambdas/views/" },
      to: {
        pathNot: ["^lambdas/(contract|domain|views)/", "^node_modules/(zod|temporal-polyfill|ical-generator)/"],
      },
    },
    {
      name: "the-agreement-is-one-room",
      comment: "Read, check, explain, import, try: for synth, commands, functions and board.",
      severity: "error",
      from: { path: "^lambdas/agreement/" },
      to: {
        pathNot: [
          "^lambdas/(contract|domain|agreement)/",
          "^node_modules/(zod|yaml|date-holidays|csv-parse|safe-regex2|tinyqueue)/",
          "^(node:)?(crypto|fs|util)$",
        ],
      },
    },
    {
      name: "only-adapters-know-aws",
      severity: "error",
      from: { path: "^lambdas/", pathNot: ["^lambdas/adapters/", "^lambdas/publish/each-record.ts$"] },
      to: { path: ["^node_modules/@aws-sdk/", "^node_modules/@smithy/"] },
    },
    {
      name: "infrastructure-sees-contract-and-agreement",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^lambdas/", pathNot: "^lambdas/(contract|agreement)/" },
    },
    {
      name: "functions-do-not-know-infrastructure",
      severity: "error",
      from: { path: "^lambdas/" },
      to: { path: "^(lib|bin|local|test)/" },
    },
    {
      name: "the-board-sees-contract-rules-and-views",
      severity: "error",
      from: { path: "^web/board/" },
      to: {
        path: "^(lambdas|lib|bin|local|web)/",
        pathNot: ["^web/board/", "^lambdas/(contract|domain|views|agreement)/"],
      },
    },
    {
      name: "nobody-imports-tests",
      severity: "error",
      from: { path: "^(bin|lib|lambdas|local|web)/" },
      to: { path: "^test/" },
    },
    {
      name: "adapters-know-rules-only",
      severity: "error",
      from: { path: "^lambdas/adapters/" },
      to: { path: "^lambdas/", pathNot: "^lambdas/(adapters|contract|domain)/" },
    },
    { name: "everything-resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
