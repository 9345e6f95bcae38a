export { signature as callbackSignature } from './payment/callback.ts';
export * from './people/people.ts';
export { PortBusy, type SimulatorOptions, type Simulators, startSimulators } from './server.ts';
export { isSource, SOURCES, type SourceName } from './sources.ts';
