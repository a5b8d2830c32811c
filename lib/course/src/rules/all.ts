import { openSpellers } from '../spelling/speller';
import { awaitParenthesis } from './awaitParenthesis';
import { cleanOutputs } from './cleanOutputs';
import { comments } from './comments';
import { equations } from './equations';
import { executed } from './executed';
import { glossary } from './glossary';
import { headings } from './headings';
import { ids } from './ids';
import { imageAlt } from './imageAlt';
import { inStep } from './inStep';
import { leaks } from './leaks';
import { links } from './links';
import { linkText } from './linkText';
import { messageCount } from './messageCount';
import { metadata } from './metadata';
import { pictures } from './pictures';
import type { Rule } from './rule';
import { shorthand } from './shorthand';
import { spelling } from './spelling';
import { tableHeader } from './tableHeader';
import { translations } from './translations';
import { types } from './types';

/** Every rule that a lesson, a master and an exercise must keep to. */
export async function allRules(root: string): Promise<readonly Rule[]> {
  return [
    ids,
    metadata,
    inStep,
    translations,
    executed,
    cleanOutputs,
    pictures,
    headings,
    imageAlt,
    tableHeader,
    equations,
    links,
    linkText,
    leaks,
    glossary,
    spelling(await openSpellers()),
    comments,
    shorthand,
    awaitParenthesis,
    messageCount,
    types(root),
  ];
}
