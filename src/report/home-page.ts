/**
 * Where the program lives, for formats that must name a page (SARIF's `informationUri`).
 * There is no public page yet; the name is one that RFC 2606 keeps from ever being anyone's.
 */
export const HOME_PAGE = 'https://plimsoll.example/';
