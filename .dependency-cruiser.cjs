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
      name: "domain-is-pure",
      severity: "error",
      from: { path: "^lambdas/domain/" },
      to: {
        pathNot: [
          "^lambdas/(contract|domain)/",
          "^node_modules/(zod|temporal-polyfill|ical-generator|tinyqueue)/",
          "^(node:)?crypto$",
        ],
      },
    },
    {
      name: "only-adapters-know-aws",
      severity: "error",
      from: { path: "^lambdas/", pathNot: ["^lambdas/adapters/", "^lambdas/publish/stream-record.ts$"] },
      to: { path: ["^node_modules/@aws-(sdk|lambda-powertools)/", "^node_modules/@smithy/"] },
    },
    {
      name: "infrastructure-sees-contract-only",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^lambdas/", pathNot: "^lambdas/contract/" },
    },
    {
      name: "functions-do-not-know-infrastructure",
      severity: "error",
      from: { path: "^lambdas/" },
      to: { path: "^(lib|bin|local|test)/" },
    },
    {
      name: "the-board-sees-contract-and-domain",
      severity: "error",
      from: { path: "^web/board/" },
      to: { path: "^(lambdas|lib|bin|local|web)/", pathNot: ["^web/board/", "^lambdas/(contract|domain)/"] },
    },
    {
      name: "nobody-imports-tests",
      severity: "error",
      from: { path: "^(bin|lib|lambdas|local|web)/" },
      to: { path: "^test/" },
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
