/** The tables as they were first. Never changed: what comes later is a migration of its own. Times are milliseconds since 1970. */
export const VERSION_1 = `
-- What Telegram sent. One that is done with has neither content nor reader: only that it came is remembered.
create table updates (
  arrival integer primary key,
  id integer not null unique,
  reader integer,
  content text,
  attempts integer not null default 0,
  at integer not null
);

create table choices (
  reader integer primary key,
  language text not null default 'auto',
  document text
);

create table conversations (
  reader integer not null,
  chat integer not null,
  thread integer not null,
  since integer not null,
  primary key (reader, chat, thread)
) without rowid;

-- messages, history, texts and suggestions are JSON.
create table answers (
  id integer primary key autoincrement,
  reader integer not null,
  chat integer not null,
  thread integer not null,
  question_message integer,
  document text,
  language text not null,
  at integer not null,
  messages text not null,
  question text not null,
  history text not null,
  suggestions text not null,
  texts text not null
);
create index answers_by_question on answers (chat, question_message);
create index answers_by_reader on answers (reader, chat, thread, at);
create index answers_by_time on answers (at);
-- Buttons in Telegram outlive a file that was lost: their numbers must never name the answers of another one.
insert into sqlite_sequence (name, seq) values ('answers', cast(unixepoch('subsec') * 1000 as integer));

create table answer_messages (
  chat integer not null,
  message integer not null,
  answer integer not null references answers (id) on delete cascade,
  primary key (chat, message)
) without rowid;
create index answer_messages_by_answer on answer_messages (answer);

create table votes (
  answer integer not null references answers (id) on delete cascade,
  reader integer not null,
  value text not null,
  reason text,
  at integer not null,
  primary key (answer, reader)
) without rowid;

create table usage (
  key text not null,
  reader integer not null,
  at integer not null
);
create index usage_by_key on usage (key, at);

-- Nothing about readers.
create table sentences (
  id text primary key,
  document text not null,
  text text not null,
  rendition text
);
`;
