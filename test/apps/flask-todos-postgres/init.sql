CREATE TABLE todos (
    id serial PRIMARY KEY,
    text varchar(40) NOT NULL,
    done boolean NOT NULL DEFAULT false
);
INSERT INTO todos (text, done) VALUES ('write a Dockerfile', true), ('add a database', false);
