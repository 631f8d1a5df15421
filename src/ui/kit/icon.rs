//! The icons: Lucide, drawn in one colour of the palette, mirrored where they point.

use std::collections::HashMap;
use std::sync::LazyLock;

use iced::advanced::svg::{self, Renderer as _};
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Layout, Widget, layout, mouse, renderer};
use iced::{Color, Element, Length, Rectangle, Renderer, Size, Theme};

use crate::ui::access::{Node, Role};
use crate::ui::kit::measure::Extent;
use crate::ui::theme::Look;

macro_rules! icons {
    (plain { $($(#[$doc:meta])* $name:ident = $file:literal,)* } pointing { $($(#[$pdoc:meta])* $pname:ident = $pfile:literal,)* }) => {
        /// An icon of the set.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Icon {
            $($(#[$doc])* $name,)*
            $($(#[$pdoc])* $pname,)*
        }

        impl Icon {
            /// Every icon there is.
            pub const ALL: &'static [Self] = &[$(Self::$name,)* $(Self::$pname,)*];

            fn source(self) -> &'static str {
                match self {
                    $(Self::$name => include_str!(concat!("../../../assets/icons/", $file, ".svg")),)*
                    $(Self::$pname => include_str!(concat!("../../../assets/icons/", $pfile, ".svg")),)*
                }
            }

            /// Whether it points along the line, so that it turns with the reading direction.
            pub fn points(self) -> bool {
                matches!(self, $(Self::$pname)|*)
            }
        }
    };
}

icons! {
    plain {
        /// `a-large-small`.
        TextSize = "a-large-small",
        /// `battery-full`.
        BatteryFull = "battery-full",
        /// `bell`.
        Bell = "bell",
        /// `book-open-check`.
        BookOpenCheck = "book-open-check",
        /// `briefcase`.
        Briefcase = "briefcase",
        /// `building-2`.
        Building2 = "building-2",
        /// `calendar`.
        Calendar = "calendar",
        /// `case-sensitive`.
        CaseSensitive = "case-sensitive",
        /// `chart-column`.
        Chart = "chart-column",
        /// `check`.
        Check = "check",
        /// `chevron-down`.
        ChevronDown = "chevron-down",
        /// `circle`.
        Circle = "circle",
        /// `circle-alert`.
        Alert = "circle-alert",
        /// `circle-check`.
        Done = "circle-check",
        /// `circle-dashed`.
        Pending = "circle-dashed",
        /// `circle-minus`.
        NotApplicable = "circle-minus",
        /// `circle-question-mark`.
        Question = "circle-question-mark",
        /// `circle-stop`.
        CircleStop = "circle-stop",
        /// `circle-x`.
        Failed = "circle-x",
        /// `clock`.
        Clock = "clock",
        /// `contrast`.
        Contrast = "contrast",
        /// `database`.
        Database = "database",
        /// `delete`.
        Erase = "delete",
        /// `door-open`.
        DoorOpen = "door-open",
        /// `download`.
        Download = "download",
        /// `ellipsis`.
        Ellipsis = "ellipsis",
        /// `eye`.
        Eye = "eye",
        /// `eye-off`.
        EyeOff = "eye-off",
        /// `file-check`.
        FileCheck = "file-check",
        /// `file-text`.
        FileText = "file-text",
        /// `flag`.
        Flag = "flag",
        /// `globe`.
        Globe = "globe",
        /// `hand`.
        Hand = "hand",
        /// `history`.
        History = "history",
        /// `hourglass`.
        Hourglass = "hourglass",
        /// `house`.
        House = "house",
        /// `id-card`.
        IdentityCard = "id-card",
        /// `image`.
        Image = "image",
        /// `image-plus`.
        ImagePlus = "image-plus",
        /// `inbox`.
        Inbox = "inbox",
        /// `info`.
        Info = "info",
        /// `key`.
        Key = "key",
        /// `key-round`.
        PersonalKey = "key-round",
        /// `keyboard`.
        Keyboard = "keyboard",
        /// `landmark`.
        Landmark = "landmark",
        /// `layout-grid`.
        Grid = "layout-grid",
        /// `loader-circle`.
        Spinner = "loader-circle",
        /// `lock`.
        Lock = "lock",
        /// `lock-open`.
        LockOpen = "lock-open",
        /// `mail`.
        Mail = "mail",
        /// `message-square-text`.
        Message = "message-square-text",
        /// `minus`.
        Minus = "minus",
        /// `monitor`.
        Monitor = "monitor",
        /// `monitor-check`.
        MonitorCheck = "monitor-check",
        /// `monitor-smartphone`.
        TwoScreens = "monitor-smartphone",
        /// `moon`.
        Moon = "moon",
        /// `pause`.
        Pause = "pause",
        /// `phone`.
        Phone = "phone",
        /// `plane`.
        Plane = "plane",
        /// `play`.
        Play = "play",
        /// `plus`.
        Plus = "plus",
        /// `printer`.
        Printer = "printer",
        /// `quote`.
        Quote = "quote",
        /// `refresh-cw`.
        Refresh = "refresh-cw",
        /// `rotate-cw`.
        RotateCw = "rotate-cw",
        /// `scan-eye`.
        ScanEye = "scan-eye",
        /// `scan-text`.
        ScanText = "scan-text",
        /// `search`.
        Search = "search",
        /// `settings`.
        Settings = "settings",
        /// `shield`.
        Shield = "shield",
        /// `shield-alert`.
        ShieldAlert = "shield-alert",
        /// `shield-check`.
        ShieldCheck = "shield-check",
        /// `signal`.
        Signal = "signal",
        /// `smartphone`.
        Smartphone = "smartphone",
        /// `square-check`.
        SquareCheck = "square-check",
        /// `sun`.
        Sun = "sun",
        /// `timer`.
        Timer = "timer",
        /// `triangle-alert`.
        Warning = "triangle-alert",
        /// `user`.
        Person = "user",
        /// `user-plus`.
        PersonAdd = "user-plus",
        /// `user-search`.
        PersonSearch = "user-search",
        /// `users`.
        People = "users",
        /// `wallet-cards`.
        WalletCards = "wallet-cards",
        /// `wifi`.
        Wifi = "wifi",
        /// `x`.
        Cross = "x",
        /// `zoom-in`.
        ZoomIn = "zoom-in",
    }
    pointing {
        /// On, in the reading direction.
        Forward = "chevron-right",
        /// Back, against the reading direction.
        Backward = "chevron-left",
        /// On, with an arrow.
        ArrowForward = "arrow-right",
        /// Back, with an arrow.
        ArrowBackward = "arrow-left",
        /// Into the account.
        SignIn = "log-in",
        /// Out of the account.
        SignOut = "log-out",
        /// Undo.
        Undo = "undo-2",
        /// Redo.
        Redo = "redo-2",
        /// Sent off.
        Send = "send",
    }
}

type Handles = HashMap<(Icon, bool), svg::Handle>;

/// One handle an icon and direction, made once: the renderer caches by handle, size and colour.
static HANDLES: LazyLock<Handles> = LazyLock::new(|| {
    let mut handles = Handles::new();
    for icon in Icon::ALL.iter().copied() {
        handles.insert((icon, false), svg::Handle::from_memory(icon.source().as_bytes()));
        if icon.points() {
            handles.insert(
                (icon, true),
                svg::Handle::from_memory(turned(icon.source()).into_bytes()),
            );
        }
    }
    handles
});

static MARK: LazyLock<svg::Handle> =
    LazyLock::new(|| svg::Handle::from_memory(include_bytes!("../../../assets/mark.svg").as_slice()));

/// The drawing turned round its vertical axis. Lucide draws in a box of 24.
fn turned(source: &str) -> String {
    match (source.find("<svg"), source.rfind("</svg>")) {
        (Some(open), Some(close)) => match source[open..].find('>') {
            Some(end) => {
                let (head, body) = (&source[..=open + end], &source[open + end + 1..close]);
                format!("{head}<g transform=\"translate(24 0) scale(-1 1)\">{body}</g></svg>")
            }
            None => source.to_owned(),
        },
        _ => source.to_owned(),
    }
}

/// Draws `icon` into `bounds`: for widgets that paint for themselves.
pub(crate) fn draw(renderer: &mut Renderer, look: Look, icon: Icon, color: Color, bounds: Rectangle, clip: &Rectangle) {
    let key = (icon, icon.points() && look.direction.is_right_to_left());
    if let Some(handle) = HANDLES.get(&key)
        && bounds.intersects(clip)
    {
        renderer.draw_svg(svg::Svg::new(handle.clone()).color(color), bounds, *clip);
    }
}

/// An icon as a widget. See [`icon`].
pub struct IconView {
    kind: Kind,
    look: Look,
    size: f32,
    color: Color,
    name: Option<String>,
}

enum Kind {
    Icon(Icon),
    Mark,
}

/// `icon` with sides of `size` px, in the palette's text colour. Icons of 16 and less do not grow with the text scale.
pub fn icon(look: Look, icon: Icon, size: f32) -> IconView {
    let scaled = if size <= 16.0 { size } else { look.px(size) };
    IconView {
        kind: Kind::Icon(icon),
        look,
        size: scaled,
        color: look.palette.text,
        name: None,
    }
}

/// The program's mark, in its own two colours.
pub fn mark(look: Look, size: f32) -> IconView {
    IconView {
        kind: Kind::Mark,
        look,
        size: look.px(size),
        color: look.palette.text,
        name: None,
    }
}

impl IconView {
    /// In this colour of the palette.
    pub fn color(mut self, color: Color) -> Self {
        self.color = color;
        self
    }

    /// What assistive technology is told; without it the icon is an ornament beside words that say the same.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl<Message> Widget<Message, Theme, Renderer> for IconView {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fixed(self.size), Length::Fixed(self.size))
    }

    fn layout(&mut self, _tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, self.size, self.size)
    }

    fn operate(&mut self, _tree: &mut Tree, layout: Layout<'_>, _renderer: &Renderer, operation: &mut dyn Operation) {
        let bounds = layout.bounds();
        let mut extent = Extent {
            words: String::new(),
            needed: bounds.size(),
            torn: false,
        };
        operation.custom(None, bounds, &mut extent);
        if let Some(name) = &self.name {
            operation.custom(None, bounds, &mut Node::new(Role::Image, name.clone(), bounds));
        }
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        match self.kind {
            Kind::Icon(icon) => draw(renderer, self.look, icon, self.color, layout.bounds(), viewport),
            Kind::Mark => renderer.draw_svg(svg::Svg::new(MARK.clone()), layout.bounds(), *viewport),
        }
    }
}

impl<'a, Message> From<IconView> for Element<'a, Message> {
    fn from(view: IconView) -> Self {
        Element::new(view)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn every_icon_is_a_drawing_of_24_in_one_colour() {
        for icon in Icon::ALL {
            let source = icon.source();
            assert!(
                source.contains("viewBox=\"0 0 24 24\"") && source.contains("currentColor"),
                "{icon:?}"
            );
        }
    }

    #[test]
    fn only_what_points_is_turned() {
        assert!(Icon::Forward.points() && Icon::SignOut.points() && Icon::Send.points());
        assert!(!Icon::Clock.points() && !Icon::Check.points() && !Icon::Refresh.points() && !Icon::Erase.points());
        let turned = turned(Icon::Forward.source());
        assert!(
            turned.contains("scale(-1 1)") && turned.ends_with("</g></svg>"),
            "{turned}"
        );
        assert_eq!(
            HANDLES.len(),
            Icon::ALL.len() + Icon::ALL.iter().filter(|icon| icon.points()).count()
        );
    }
}
