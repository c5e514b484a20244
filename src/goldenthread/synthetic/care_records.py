"""Stub."""


def care_records(*a):
    return {}
