export { applicationClosed, applicationSubmitted } from './events.ts';
export { expireApplication, moveDue } from './jobs.ts';
export { zApplication } from './schema.ts';
export { application, freezeFirstLoan, lockedApplication, markMilestone, setState, submittedForm } from './service.ts';
export type { Application, ApplicationId, ApplicationState } from './types.ts';
