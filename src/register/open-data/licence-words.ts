/** Under which anybody may use the register's data. */
export const LICENCE_URL = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';
export const LICENCE_NAME = 'Open Government Licence v3.0';
