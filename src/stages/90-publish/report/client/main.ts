import './style.css';
import { drawCharts } from './draw.ts';
import { openLinkedParts } from './fold.ts';
import { switchLanguages } from './language.ts';
import { switchMeasures } from './measures.ts';
import { readPage } from './page.ts';
import { sortTables } from './sort.ts';
import { switchThemes } from './theme.ts';

const page = readPage();
document.documentElement.classList.add('js');
document.querySelector<HTMLElement>('.tools')?.removeAttribute('hidden');
sortTables(page);
openLinkedParts();
switchLanguages(page);
const charts = drawCharts(page);
switchMeasures(page, charts);
switchThemes(page, charts);
page.onChange(() => charts.draw());
