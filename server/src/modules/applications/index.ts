export { applicationClosed, applicationSubmitted } from './events.ts';
export { milestonesOf, pathOf } from './repo.ts';
export { application, applicationsOf, markMilestone, setState, submittedForm } from './service.ts';
export { APPLICATION_STATES, type Application, type ApplicationId, type ApplicationState, type LoanForm, type Milestone } from './types.ts';
