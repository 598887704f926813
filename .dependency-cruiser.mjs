/**
 * Who may import whom. Each rule carries its reason and its remedy: a boundary that nobody understands is soon worked around.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const npm = (names) => `^node_modules/(?!(?:${names.join('|')})/)`;

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that import each other cannot be understood apart. Move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-is-pure',
      comment: 'The method runs in the browser and on the server. Give it what it needs as arguments.',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: ['^(api|tab|local|manifest|tests|infra)/'] },
    },
    {
      name: 'core-uses-few-packages',
      comment:
        'The method depends on exact arithmetic, schemas, hashing and cron patterns only. Do I/O in api/src/adapters.',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        path: [
          npm(['fraction\\.js', 'zod', 'zod-openapi', '@noble/hashes', 'canonicalize', 'croner']),
          '^(node:|fs|path|crypto|os)',
        ],
      },
    },
    {
      name: 'app-knows-no-sdk',
      comment: 'Use cases speak to ports. Put the SDK behind an adapter in api/src/adapters.',
      severity: 'error',
      from: { path: '^api/src/app/' },
      to: { pathNot: ['^api/src/app/', '^core/'] },
    },
    {
      name: 'adapters-know-ports-only',
      comment: 'An adapter implements a port. What it shares with others belongs in the port or in core.',
      severity: 'error',
      from: { path: '^api/src/adapters/([^/]+)/' },
      to: { path: '^api/src/', pathNot: ['^api/src/app/(ports|errors)', '^api/src/adapters/$1/'] },
    },
    {
      name: 'http-knows-contracts-and-errors',
      comment: 'The HTTP layer turns requests into calls and errors into problems; it holds no domain rule.',
      severity: 'error',
      from: { path: '^api/src/http/' },
      to: { path: '^(api/src|core)/', pathNot: ['^api/src/http/', '^api/src/app/(ports|errors)', '^core/'] },
    },
    {
      name: 'functions-are-thin',
      comment:
        'A function authenticates, parses, calls and responds. SDKs and wiring stand in adapters and composition.',
      severity: 'error',
      from: { path: '^api/src/functions/' },
      to: { path: '^api/src/(adapters|config|composition|main)' },
    },
    {
      name: 'main-only-registers',
      comment: 'main.ts registers functions on a composition; nothing else.',
      severity: 'error',
      from: { path: '^api/src/main\\.ts$' },
      to: { path: '^api/src/(adapters|app|http)/' },
    },
    {
      name: 'features-do-not-import-features',
      comment: "A page that needs another page's part shows that it belongs in tab/src/components or lib.",
      severity: 'error',
      from: { path: '^tab/src/features/([^/]+)/' },
      to: { path: '^tab/src/(features|app)/', pathNot: '^tab/src/features/$1/' },
    },
    {
      name: 'parts-do-not-import-pages',
      comment: 'charts, components, lib and texts serve pages, so they cannot know them.',
      severity: 'error',
      from: { path: '^tab/src/(charts|components|lib|texts)/' },
      to: { path: '^tab/src/(features|app)/' },
    },
    {
      name: 'api-and-tab-never-meet',
      comment: 'They share core and its contracts, nothing else.',
      severity: 'error',
      from: { path: '^(api|tab)/' },
      to: { path: '^(api|tab|local|manifest|tests)/', pathNot: '^$1/' },
    },
    {
      name: 'local-uses-the-built-product',
      comment:
        'The local stand-ins run what is deployed: the built bundle and the built tab, never their sources.',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^(api|tab|tests)/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Tests look at the product, not the other way round.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'What is deployed must stand in dependencies, with its version pinned.',
      severity: 'error',
      from: { path: '^(core|api/src|tab/src)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
        dependencyTypesNot: ['type-only'],
        pathNot: [
          '^@azure/functions-core$',
          '^node_modules/@types/',
          '^(node_modules/)?@microsoft/microsoft-graph-types',
        ],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tests/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
