//! Place and clerk of the pictured tour.

messages! {
    tour_centre;
    tour_desk;
    tour_clerk;
    tour_supervisor;
    platform_name;
}
