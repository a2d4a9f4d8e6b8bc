import { version } from '../version.js';
import { startServer } from './main.js';

/** The entry of the bundle that the extension starts. */
startServer({ version });
