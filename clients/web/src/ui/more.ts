// Pages that nobody opens first, in one file of the build.
export { HistoryPage } from './call/HistoryPage.tsx';
export { PhrasesPage } from './call/PhrasesPage.tsx';
export { AwayPage } from './duty/AwayPage.tsx';
export { DutyPage } from './duty/DutyPage.tsx';
