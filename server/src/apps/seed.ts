import { seedDemoBank } from './seed/index.ts';

/** Fills an empty database with the demo bank; what it says goes to the screen. */
const facts = await seedDemoBank((line) => void process.stdout.write(`${line}\n`));
process.stdout.write(
  `${Object.entries(facts)
    .map(([name, value]) => `  ${name.padEnd(24)} ${value}`)
    .join('\n')}\n`,
);
