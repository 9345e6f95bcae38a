export { applicationClosed, applicationSubmitted } from './events.ts';
export { expireApplication, moveDue } from './jobs.ts';
export { milestonesOf, pathOf } from './repo.ts';
export { zApplication } from './schema.ts';
export { application, applicationsOf, freezeFirstLoan, lockedApplication, markMilestone, setState, submittedForm } from './service.ts';
export { APPLICATION_STATES, type Application, type ApplicationId, type ApplicationState, type LoanForm, type Milestone } from './types.ts';
