"""Documents to run on, gold beside them, the room that makes them and the room that scores."""
