/**
 * The least that a bot of grammY can be: it answers every message with the same word.
 *
 *     tsx scripts/telegram-load/bare-bot.ts API_ROOT TOKEN
 */
import { Bot } from 'grammy';

const [, , apiRoot = '', token = ''] = process.argv;
const bot = new Bot(token, { client: { apiRoot } });
bot.on('message', async (ctx) => ctx.reply('constant'));
await bot.start();
