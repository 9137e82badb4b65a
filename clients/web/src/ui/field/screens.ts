// What phones and tablets show, in one file of the build: a board does not load it.
export { AdmitPage } from './AdmitPage.tsx';
export { Arrival } from './Arrival.tsx';
export { ArrivalHome } from './ArrivalHome.tsx';
export { AskPage } from './AskPage.tsx';
export { CardPage } from './CardPage.tsx';
export { DoorHome } from './DoorHome.tsx';
export { DrinksHome } from './DrinksHome.tsx';
export { HostHome } from './HostHome.tsx';
export { JourneyPage } from './JourneyPage.tsx';
export { RoomsHome } from './RoomsHome.tsx';
