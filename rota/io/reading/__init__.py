"""One reader for each sheet; all of them collect faults on a Desk."""
