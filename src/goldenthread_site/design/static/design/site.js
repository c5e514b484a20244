// What the pages do better with JavaScript; each works without it.
import { initAll } from "./govuk.js";

initAll();
