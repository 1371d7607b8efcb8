import { Api, InputFile } from 'grammy';
import { describe, expect, it } from 'vitest';

import { MEDIA } from './media.ts';
import { outcome, refusal } from './refusal-rows.ts';
import type { Row } from './refusal-rows.ts';
import { createScene } from './scene.ts';

/** A picture of 3 by 2 points, as far as its header tells. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d494844520000000300000002', 'hex');
const GIF = Buffer.from('474946383961030002000000', 'hex');
const JPEG = Buffer.from('ffd8ffe000040000ffc0000b080002000301011100', 'hex');

describe('files of the bot', () => {
  it('come as a form, and can be sent again by their id', async () => {
    const { server } = await createScene();
    const api = new Api(server.token, { apiRoot: server.root });
    const text = 'ڕستە\r\n--x\r\n';
    const { document } = await api.sendDocument(7, new InputFile(Buffer.from(text), 'وەڵام.md'), {
      caption: 'فایل',
      caption_entities: [{ type: 'bold', offset: 0, length: 4 }],
    });
    expect(document).toMatchObject({ file_name: 'وەڵام.md', mime_type: 'text/markdown' });
    const { files } = await server.nextCall('sendDocument');
    expect([...(files?.values() ?? [])].map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
      text,
    ]);
    await api.sendDocument(7, document.file_id);
    expect(server.messagesIn(7).slice(1)).toMatchObject([
      { caption: 'فایل', caption_entities: [{ type: 'bold' }] },
      { document: { file_id: document.file_id, file_name: 'وەڵام.md' } },
    ]);
  });

  it.each([
    ['PNG', PNG],
    ['GIF', GIF],
    ['JPEG', JPEG],
  ])('may be a picture, as %s', async (_name, bytes) => {
    const { server } = await createScene();
    const api = new Api(server.token, { apiRoot: server.root });
    const { photo } = await api.sendPhoto(7, new InputFile(bytes, 'x'));
    expect(photo).toMatchObject([{ width: 3, height: 2, file_size: bytes.length }]);
  });

  it.each([
    ['no picture', Buffer.from('text'), 'IMAGE_PROCESS_FAILED'],
    [
      'too large',
      Buffer.alloc(10 * 1024 * 1024 + 1),
      'file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
    ],
  ])('that are %s are refused as a picture', async (_name, bytes, words) => {
    const { server } = await createScene();
    const api = new Api(server.token, { apiRoot: server.root });
    await expect(api.sendPhoto(7, new InputFile(bytes, 'x'))).rejects.toThrow(words);
  });
});

describe('a picture in the place of another', () => {
  it('takes its caption and its buttons away', async () => {
    const { server } = await createScene();
    const api = new Api(server.token, { apiRoot: server.root });
    const { message_id: id } = await api.sendPhoto(7, new InputFile(PNG, 'x'), { caption: 'یەک' });
    const media = { type: 'photo', media: new InputFile(GIF, 'y'), caption: 'دوو' } as const;
    await api.editMessageMedia(7, id, media);
    expect(server.messagesIn(7).at(-1)).toMatchObject({
      message_id: id,
      caption: 'دوو',
      photo: [{ file_size: GIF.length }],
    });
    const bare = { type: 'photo', media: new InputFile(PNG, 'z') } as const;
    await api.editMessageMedia(7, id, bare);
    expect(server.messagesIn(7).at(-1)?.caption).toBeUndefined();
  });

  it.each<Row>([
    [
      'editMessageMedia',
      { chat_id: 7, message_id: 1 },
      'this server puts only pictures in the place of others',
    ],
    [
      'editMessageMedia',
      { chat_id: 7, message_id: 1, media: { type: 'photo' } },
      'there is no media in the request',
    ],
    [
      'editMessageMedia',
      ({ server, question }) => {
        server.addFile('gif', GIF);
        return { chat_id: 7, message_id: question, media: { type: 'photo', media: 'gif' } };
      },
      "message can't be edited",
    ],
  ])('by %s %o is refused: %s', async (method, payload, words) => {
    expect(await outcome(method, payload)).toEqual(refusal(words));
  });
});

describe('files of people', () => {
  it('can be fetched, if the test gave them content', async () => {
    const { server } = await createScene();
    const api = new Api(server.token, { apiRoot: server.root });
    server.userSends('', { content: MEDIA.document });
    await expect(api.getFile('document_id')).rejects.toThrow('temporarily unavailable');
    server.addFile('document_id', Buffer.from('بەڵگە'), 'a b.txt');
    const { file_path: path, file_size: size } = await api.getFile('document_id');
    const response = await fetch(`${server.root}/file/bot${server.token}/${path}`);
    expect([response.status, await response.text(), size]).toEqual([200, 'بەڵگە', 10]);
    const wrong = await fetch(`${server.root}/file/bot1:x/${path}`);
    expect(wrong.status).toBe(404);
  });

  it('over 20 MB can not be fetched', async () => {
    const { server, ask } = await createScene();
    server.addFile('big', new Uint8Array(20 * 1024 * 1024 + 1));
    expect(await ask('getFile', { file_id: 'big' })).toMatchObject({
      description: 'Bad Request: file is too big',
    });
  });
});
