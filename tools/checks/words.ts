import { isCode, isTest, type Tree } from './files.ts';

/** Words that would bring a clock, chance or a machine into the pure floors. */
const IMPURE = [/\bDate\.now\b/, /\bnew Date\(/, /\bMath\.random\b/, /\bprocess\./, /(?<![-\w])performance\./, /\bglobalThis\b/];
/** The one place that turns milliseconds into text. It is given the milliseconds. */
const MAY_FORMAT_TIME = 'kernel/src/instant.ts';

/** Lines of the kernel or the engines that use a word of IMPURE outside a comment. */
export function impureWords(tree: Tree): string[] {
  const pure = tree.files.filter((f) => /^(kernel|engines)\/src\//.test(f) && isCode(f) && !isTest(f));
  return pure.flatMap((file) =>
    lines(withoutComments(tree.read(file))).flatMap(([line, number]) =>
      IMPURE.filter((word) => word.test(line) && !(file === MAY_FORMAT_TIME && /new Date\(\w/.test(line))).map(
        (word) => `${file}:${number}: ${word.source} does not belong on a pure floor; have the clock or the chance handed in`,
      ),
    ),
  );
}

// Written with gaps, so that this file does not report itself.
const MACHINE = [/\/(home|Users)\/[a-z][\w.-]*\//, /\/root\/[\w.]/, /\/work\/(main|shared|brief|\.)/, /\b[A-Z]:\\Users\\/];
const REGISTRY = [/https?:\/\/[\w.-]*(registry|npmmirror|verdaccio|artifactory|nexus)[\w.-]*/i];

/** Paths of one machine and package registry hosts: a clone elsewhere has neither. */
export function machineTraces(tree: Tree): string[] {
  const text = tree.files.filter((f) => !/\.(png|jpg|ico|woff2?|ttf|otf|pdf|gz|zip)$/.test(f));
  return text.flatMap((file) =>
    lines(tree.read(file)).flatMap(([line, number]) => {
      const path = MACHINE.some((p) => p.test(line)) ? [`${file}:${number}: names a path of one machine`] : [];
      const host = REGISTRY.some((p) => p.test(line)) ? [`${file}:${number}: names a package registry`] : [];
      return [...path, ...host];
    }),
  );
}

const lines = (text: string): (readonly [string, number])[] => text.split('\n').map((line, i) => [line, i + 1] as const);
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, '')).replace(/(^|\s)\/\/.*$/gm, '');
