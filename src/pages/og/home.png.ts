import type { APIRoute } from 'astro';
import { homeCard } from '../../views/og-card.ts';
import { readBoard } from '../../views/read-board.ts';
import { answerPicture } from '../_endpoints/answer-picture.ts';
import { localeOfQuery } from '../_endpoints/plain-answer.ts';

export const GET: APIRoute = async ({ locals, url }) => {
  const { board } = await readBoard(locals, null);
  return answerPicture(homeCard(board, localeOfQuery(url)));
};
