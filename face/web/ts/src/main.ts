// The script of griot's pages. A page is whole without it: it adds keys, a
// scrubber of days, and zooming and moving of the map.
import { listenToKeys } from "./keys";
import { addScrubber } from "./scrubber";
import { addZoom } from "./zoom";

listenToKeys();
document.querySelectorAll<HTMLFormElement>("form[data-days]").forEach(addScrubber);
document.querySelectorAll<SVGSVGElement>(".mapbox svg").forEach(addZoom);
