alter table dirty add column set_aside timestamptz;
comment on column dirty.set_aside is 'When the row last could not be written: it is tried again an hour later, and what it is made of is dropped in time.';
