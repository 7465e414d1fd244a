"""What `streamlit run app.py` starts: the pages of Conflict Mirror behind strict security headers."""

from __future__ import annotations

import streamlit as st
from starlette.middleware import Middleware

from analyzer.ui.shell import MAIN_SCRIPT, SecurityHeaders, warm_up

app = st.App(MAIN_SCRIPT, middleware=[Middleware(SecurityHeaders)], lifespan=warm_up)
