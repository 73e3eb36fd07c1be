CREATE TABLE ships (name text PRIMARY KEY);
