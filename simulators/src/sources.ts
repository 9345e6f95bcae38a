/** The outside sources, in the order of their ports after the control page. */
export const SOURCES = ['bureau', 'court', 'registry', 'tax', 'platform', 'payment', 'ca', 'messaging', 'identity'] as const;
export type SourceName = (typeof SOURCES)[number];
export const isSource = (name: string): name is SourceName => (SOURCES as readonly string[]).includes(name);
