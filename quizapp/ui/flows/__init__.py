"""One object a journey of the person: its pages, and what these ask of the store and the controller."""
