/** Where the program lives (as in the README), for formats that must name a page: SARIF's `informationUri`. */
export const HOME_PAGE = 'https://github.com/plimsoll/plimsoll';
