/** What admins need: roles, what was done, who wants to be told of changes, what they were told of, and what they are still to be told. Never changed either. */
export const VERSION_2 = `
create table editors (
  id integer primary key,
  added_by integer,
  at integer not null
);

-- by whom and about whom: null once they were forgotten.
create table audit (
  id integer primary key autoincrement,
  person integer,
  about integer,
  action text not null,
  detail text not null,
  at integer not null
);

create table followers (
  reader integer primary key,
  chat integer not null,
  at integer not null
);

create table notices (
  id integer primary key autoincrement,
  reader integer not null,
  chat integer not null,
  content text not null,
  at integer not null
);
create index notices_by_reader on notices (reader);

-- For each answer, the sentences which its reader was told of that they are gone, or is to be told by a notice.
create table told (
  answer integer not null references answers (id) on delete cascade,
  sentence text not null,
  primary key (answer, sentence)
) without rowid;
`;
