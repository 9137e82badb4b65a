-- The keys of the cards lie apart from the data, so that no backup has both.
CREATE DATABASE reception_keys;
