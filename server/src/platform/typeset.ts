import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type Instant, instantMs } from '@tallystick/kernel';

const FONTS = ['400Regular', '700Bold'];
const fontFolder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const compilers = new Map<string, NodeCompiler>();

/** The compiler is loaded on first use (37 MB) and kept for each templates folder; it reads nothing outside that folder but the fonts. */
async function compilerFor(folder: string): Promise<NodeCompiler> {
  let compiler = compilers.get(folder);
  if (compiler === undefined) {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: FONTS.map((weight) => join(fontFolder, weight)) }] });
    compilers.set(folder, compiler);
  }
  return compiler;
}

/**
 * Sets a PDF (tagged, PDF/A-2a) from a template file. The data goes in as JSON that the template reads from `sys.inputs.data`; it is never
 * spliced into source, so nothing that a person typed can become markup. The same data and moment give the same bytes.
 */
export async function typeset(template: string, data: unknown, at: Instant): Promise<Uint8Array> {
  const compiler = await compilerFor(dirname(template));
  const pdf = compiler.pdf(
    { mainFilePath: template, inputs: { data: JSON.stringify(data) } },
    { pdfStandard: 'a-2a', creationTimestamp: Math.floor(instantMs(at) / 1000) },
  );
  compiler.evictCache(30);
  return pdf;
}
